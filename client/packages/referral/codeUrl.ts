/** The mini-program code as a picture's address: the door answers PNG bytes as base64. */
export const codeUrl = (base64: string): string => `data:image/png;base64,${base64}`;

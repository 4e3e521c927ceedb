/** '138****6021': enough for its owner to know it, nothing for who looks over a shoulder. */
export const maskedPhone = (phone: string): string => phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2');

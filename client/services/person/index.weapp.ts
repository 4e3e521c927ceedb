/** In WeChat nobody says who they are: the platform does. */
export const person = async (): Promise<string> => '';
export const switchPerson = (): void => undefined;
/** Whether this build lets one choose who to be. */
export const canSwitchPerson = false;

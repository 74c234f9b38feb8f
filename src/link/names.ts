/** Days that a link can be open for. */
export const LINK_DAYS = [1, 3, 7] as const;

/** The most characters of who asks, and of what for. */
export const LONGEST_ASKER = 80;
export const LONGEST_PURPOSE = 300;

/** The name under which a link's answer is sealed, and that under which who asks for what is. */
export const answerName = (link: string): string => link;
export const askName = (link: string): string => `${link} ask`;

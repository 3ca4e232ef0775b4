export const ACTION_HEADER = 'next-action';

/** The type, to the letter, of an answer whose words Next gives its page as those of the error. */
export const ERROR_TEXT_TYPE = 'text/plain';

/** Where an action asks for the page to which it leads: never where a visitor wrote. */
export const addressOfPages = (origin: string) => ({ __NEXT_PRIVATE_ORIGIN: origin });

// With a byte order mark; nothing else.
export const label = "Select from the list";

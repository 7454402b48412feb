/**
 * A text as it is compared where case makes no difference. In capitals, since small letters depend on their place in a word (σ, ς) and
 * some have no capital of one letter (ß, SS); composed, so that é is é however it was typed.
 */
export const foldText = (text: string): string => text.toUpperCase().normalize("NFC");

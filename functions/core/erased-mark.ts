/** Stands where a name or a text was that has been erased. Lists, sheets and reports show it as it is. */
export const erasedMark = "(đã xóa theo yêu cầu)";

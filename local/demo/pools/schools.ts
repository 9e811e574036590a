/** Schools marked “minh họa” are invented. */
export const schools = [
  ["thpt-ven-song-cai", "Trường THPT Ven Sông Cái (minh họa)"],
  ["thpt-hon-chong", "Trường THPT Hòn Chồng (minh họa)"],
  ["thpt-dam-nai", "Trường THPT Đầm Nại (minh họa)"],
  ["thcs-suoi-cat", "Trường THCS Suối Cát (minh họa)"],
  ["thcs-cau-lung", "Trường THCS Cầu Lùng (minh họa)"],
  ["thcs-hon-ba", "Trường THCS Hòn Bà (minh họa)"],
  ["tieu-hoc-dong-den", "Trường Tiểu học Đồng Đen (minh họa)"],
  ["tieu-hoc-cay-me", "Trường Tiểu học Cây Me (minh họa)"],
  ["tieu-hoc-suoi-tren", "Trường PTDTBT Tiểu học Suối Trên (minh họa)"],
  ["mam-non-nang-mai", "Trường Mầm non Nắng Mai (minh họa)"],
] as const;

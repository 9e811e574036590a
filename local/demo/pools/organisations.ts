/** The five socio-political organisations: how the id and the name of one begins, and their organisation of the province. */
export const organisations = [
  ["phu-nu", "Hội Liên hiệp Phụ nữ", "phu-nu-khanh-hoa"],
  ["nong-dan", "Hội Nông dân", "nong-dan-khanh-hoa"],
  ["thanh-nien", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "thanh-nien-khanh-hoa"],
  ["cong-doan", "Công đoàn", "lien-doan-lao-dong-khanh-hoa"],
  ["cuu-chien-binh", "Hội Cựu chiến binh", "cuu-chien-binh-khanh-hoa"],
] as const;

/** The communes and wards whose organisations are in the demonstration. */
export const organisedCommunes = [
  ...["xa-dien-khanh", "xa-dien-dien", "xa-dien-lam", "xa-dien-tho", "xa-dien-lac", "xa-suoi-hiep"],
  ...["phuong-nha-trang", "phuong-phan-rang"],
] as const;

/** Residential areas of the one commune that has them, behind those that the workbook brings. */
export const hamlets = ["Tổ dân phố 5", "Tổ dân phố 6", "Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4"] as const;

export const organisations = [
  ["phu-nu", "Hội Liên hiệp Phụ nữ", "phu-nu-khanh-hoa"],
  ["nong-dan", "Hội Nông dân", "nong-dan-khanh-hoa"],
  ["thanh-nien", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "thanh-nien-khanh-hoa"],
  ["cong-doan", "Công đoàn", "lien-doan-lao-dong-khanh-hoa"],
  ["cuu-chien-binh", "Hội Cựu chiến binh", "cuu-chien-binh-khanh-hoa"],
] as const;

export const organisedCommunes = [
  ...["xa-dien-khanh", "xa-dien-dien", "xa-dien-lam", "xa-dien-tho", "xa-dien-lac", "xa-suoi-hiep"],
  ...["phuong-nha-trang", "phuong-phan-rang"],
] as const;

export const hamlets = ["Tổ dân phố 5", "Tổ dân phố 6", "Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4"] as const;

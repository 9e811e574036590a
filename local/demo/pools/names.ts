export const familyNames = [
  ...["Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Huỳnh"],
  ...["Võ", "Võ", "Phan", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương", "Mai", "Đinh"],
  ...["Cao", "Châu", "Tạ", "Lương", "Đoàn", "Trịnh", "Văn", "Thái", "Hà", "Tô", "Kiều"],
] as const;

export const womensMiddleNames = [
  ...["Thị", "Thị", "Thị", "Thị Thu", "Thị Kim", "Thị Ngọc", "Thị Thanh", "Thị Mỹ", "Thị Hồng"],
  ...["Ngọc", "Thanh", "Kim", "Bích", "Diễm", "Hoài", "Quỳnh", "Thị Bích", "Thị Minh"],
] as const;

export const womensGivenNames = [
  ...["Hà", "Hạnh", "Hương", "Lan", "Loan", "Liên", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phượng"],
  ...["Quyên", "Tâm", "Thảo", "Thủy", "Trang", "Trinh", "Tuyết", "Vân", "Xuân", "Yến", "Hiền", "Hoa"],
  ...[
    "Huệ",
    "Khánh",
    "Ly",
    "Mơ",
    "Như",
    "Phương",
    "Sương",
    "Thắm",
    "Thơ",
    "Thúy",
    "Trâm",
    "Uyên",
    "Vy",
    "Đào",
  ],
] as const;

export const mensMiddleNames = [
  ...["Văn", "Văn", "Văn", "Đức", "Minh", "Quốc", "Hữu", "Công", "Đình", "Thanh", "Ngọc", "Xuân"],
  ...["Anh", "Hoàng", "Trọng", "Tấn", "Duy", "Thế", "Quang", "Chí", "Bá", "Viết"],
] as const;

export const mensGivenNames = [
  ...["An", "Bảo", "Bình", "Chiến", "Cường", "Dũng", "Duy", "Đạt", "Định", "Đông", "Giang", "Hải"],
  ...["Hiếu", "Hòa", "Hùng", "Huy", "Khánh", "Khoa", "Kiên", "Lâm", "Lộc", "Long", "Mạnh", "Nam"],
  ...["Nghĩa", "Phong", "Phú", "Phúc", "Quân", "Quý", "Sang", "Sơn", "Tài", "Tân", "Thành", "Thắng"],
  ...["Thịnh", "Thọ", "Tiến", "Toàn", "Trí", "Trung", "Tuấn", "Tùng", "Vinh", "Vũ"],
] as const;

/** Names of Raglai and Chăm people. */
export const otherNames = [
  ...[
    "Cao Thị Mà Giá",
    "Mấu Quốc Tiến",
    "Bo Bo Thị Hiên",
    "Cao Là Niêm",
    "Mấu Thị Bích Phanh",
    "Tro Văn Dấu",
  ],
  ...[
    "Pi Năng Thị Hốn",
    "Chamaléa Thị Thủy",
    "Katơr Hùng",
    "Quảng Thị Kim Hoa",
    "Thập Văn Trúc",
    "Đàng Năng Thọ",
  ],
  ...["Báo Thị Kiều Oanh", "Châu Thị Xéo", "Hán Văn Khánh", "Tạ Yên Thị Nương"],
] as const;

/** Invented figures. */
export const pastFigures = [
  { unit: "xa-dien-khanh", values: { registered: 46, recognised: 19, "models.built": 6 } },
  { unit: "xa-dien-dien", values: { registered: 12, recognised: 5, "models.built": 2 } },
  { unit: "xa-suoi-hiep", values: { registered: 9, recognised: 4, "models.built": 3 } },
  { unit: "phuong-nha-trang", values: { registered: 58, recognised: 27, "models.built": 9 } },
  { unit: "phuong-phan-rang", values: { registered: 41, recognised: 16, "models.built": 5 } },
  { unit: "xa-khanh-son", values: { registered: 14, recognised: 6, "models.built": 4 } },
] as const;

/** Invented titles. */
export const pastTitles = [
  { unit: "xa-dien-khanh", system: "government", title: "Tuyến phố tự quản không rác giờ cao điểm" },
  { unit: "xa-dien-khanh", system: "front", title: "Tổ hòa giải lưu động theo lịch chợ phiên" },
  { unit: "xa-dien-dien", system: "government", title: "Luân canh sen – lúa trên chân ruộng trũng" },
  { unit: "phuong-nha-trang", system: "government", title: "Bản đồ điểm tập kết rác cồng kềnh theo tuần" },
  { unit: "phuong-nha-trang", system: "member", title: "Quầy hàng nghĩa tình của phụ nữ khu chợ Đầm" },
  { unit: "phuong-phan-rang", system: "government", title: "Che mát vỉa hè bằng giàn nho của hộ dân" },
  { unit: "xa-khanh-son", system: "member", title: "Đội thanh niên thu hái sầu riêng an toàn trên cao" },
  { unit: "xa-suoi-hiep", system: "government", title: "Đồng hồ nước cộng đồng cho tuyến kênh nội đồng" },
] as const;

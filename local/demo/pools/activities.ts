export const launches = [
  "Phát động phong trào “Đoàn kết sáng tạo”",
  "Hội nghị phát động và ký giao ước thi đua",
] as const;

export const outreach = [
  { title: "Tuyên truyền phong trào trên hệ thống truyền thanh", forms: ["broadcast"], participants: null },
  {
    title: "Đăng tin, bài về sáng kiến trên trang thông tin điện tử",
    forms: ["webPage"],
    participants: null,
  },
  {
    title: "Hội nghị phổ biến cách viết sáng kiến cho ban công tác Mặt trận",
    forms: ["meeting"],
    participants: 65,
  },
  {
    title: "Sinh hoạt chi hội nông dân về sáng kiến trong sản xuất",
    forms: ["clubSession"],
    participants: 38,
  },
  {
    title: "Giới thiệu sáng kiến đã công nhận trên mạng xã hội và tờ rơi",
    forms: ["socialMedia", "leaflet"],
    participants: null,
  },
  {
    title: "Tọa đàm “Mỗi đoàn viên, hội viên một ý tưởng” kết hợp sinh hoạt câu lạc bộ",
    forms: ["meeting", "clubSession"],
    participants: 120,
  },
] as const;

export const models = [
  { name: "Tuyến đường hoa", type: "Đường hoa", field: "environment" },
  {
    name: "Tuyến đường sáng – xanh – sạch – đẹp",
    type: "Đường sáng – xanh – sạch – đẹp",
    field: "environment",
  },
  { name: "Thu gom rác đúng giờ, đúng nơi quy định", type: "Thu gom rác", field: "environment" },
  { name: "Thắp sáng đường quê", type: "Thắp sáng đường quê", field: "security" },
  { name: "Khu dân cư tự quản về bảo vệ môi trường", type: "Tự quản môi trường", field: "environment" },
  { name: "Tổ liên gia tự quản an ninh trật tự", type: "Liên gia tự quản", field: "security" },
  { name: "Dòng họ tự quản, học tập", type: "Dòng họ tự quản", field: "education" },
  { name: "Tổ công nghệ số giúp người cao tuổi", type: "Tổ công nghệ số", field: "technology" },
] as const;

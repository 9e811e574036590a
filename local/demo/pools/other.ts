import type { Theme } from "./theme.ts";

export const otherThemes: readonly Theme[] = [
  {
    titles: [
      "Điểm đến “một ngày làm ngư dân” của tổ du lịch cộng đồng",
      "Chợ đêm đặc sản do hội viên tự quản",
    ],
    problem: ["Khách du lịch đến rồi đi trong ngày, người dân ít được hưởng lợi."],
    how: [
      "Mỗi hộ nhận một phần việc: đưa đò, kéo lưới, nấu ăn, kể chuyện; giá niêm yết chung.",
      "Lịch đón khách chia đều, hộ mới được kèm ba chuyến.",
      "Khách chấm bằng ba biểu tượng, phiếu được đọc ở cuộc họp tổ.",
    ],
    conditions: ["Áo phao, bảo hiểm, nội quy an toàn và sự đồng ý của chính quyền."],
    benefits: ["Đón {so:600-3200} lượt khách, mỗi hộ thêm {so:2-5} triệu đồng một tháng."],
  },
  {
    titles: ["Phòng sinh hoạt chung cho công nhân thuê trọ", "Tủ thuốc và góc học tập ở khu nhà trọ"],
    problem: ["Công nhân xa quê ít nơi sinh hoạt, con nhỏ không có chỗ học."],
    how: [
      "Chủ trọ dành một phòng, công đoàn góp bàn ghế, người thuê tự làm nội quy.",
      "Giáo viên nghỉ hưu kèm trẻ ba tối mỗi tuần.",
      "Tủ thuốc có danh mục, dùng món nào ghi món đó.",
    ],
    conditions: ["Khu trọ từ {so:15-40} phòng, chủ trọ đồng thuận."],
    benefits: ["{so:90-380} công nhân sử dụng, {so:12-44} trẻ được kèm học."],
  },
  {
    titles: [
      "Sửa cầu dân sinh bằng dầm thép cũ",
      "Đường bê tông “nhà nước cho xi măng, dân góp công” theo ca đêm",
    ],
    problem: ["Đoạn đường nhỏ không đủ tiêu chí đầu tư nhưng mùa mưa học sinh phải lội."],
    how: [
      "Kỹ sư trong xã tính lại tải trọng, dầm thép cũ được làm sạch và sơn hai lớp.",
      "Đổ bê tông vào chiều tối để tránh nắng, mỗi nhà một người.",
      "Bảng vật tư đặt đầu đường, ai cũng kiểm được.",
    ],
    conditions: ["Có hồ sơ được Ủy ban nhân dân chấp thuận, {so:40-160} hộ cùng làm."],
    benefits: ["Hoàn thành {so:180-1400} m đường, giá thành bằng {pt:52-70} dự toán."],
  },
  {
    titles: ["Thư viện dụng cụ làm vườn và đồ nghề cho mượn", "Ngày sửa đồ hỏng cùng hàng xóm"],
    problem: ["Nhà nào cũng mua máy khoan, máy cắt cỏ nhưng mỗi năm dùng vài lần, đồ hỏng nhẹ thì bỏ."],
    how: [
      "Dụng cụ được dán số, mượn ba ngày, ai làm hỏng thì cùng sửa.",
      "Mỗi tháng một buổi sửa quạt, nồi cơm, xe đạp do thợ về hưu hướng dẫn.",
      "Đồ sửa xong được ghi cân nặng để tính lượng rác bớt đi.",
    ],
    conditions: ["Một kho nhỏ, {so:30-80} dụng cụ góp và người giữ sổ."],
    benefits: ["Mỗi tháng {so:45-150} lượt mượn, sửa được {so:120-430} món trong năm."],
  },
  {
    titles: [
      "Đội xe ôm nghĩa tình đưa người bệnh đi tái khám",
      "Bảng tin việc làm theo mùa cho lao động nông nhàn",
    ],
    problem: ["Người dân ở xa thiếu phương tiện và thiếu thông tin việc làm, mùa rảnh kéo dài."],
    how: [
      "Danh sách người có xe và người cần đi được ghép mỗi tối, chi phí xăng chia đều.",
      "Hợp tác xã, nhà vườn gửi nhu cầu theo tuần, bảng tin đọc trên loa và dán ở chợ.",
      "Mỗi lượt có phiếu ngắn để biết ai chưa hài lòng.",
    ],
    conditions: ["Nhóm điều phối {so:3-5} người, điện thoại và bảng tin."],
    benefits: ["{so:160-640} lượt người được giúp, thu nhập mùa rảnh tăng {so:1-3} triệu đồng một tháng."],
  },
];

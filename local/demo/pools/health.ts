import type { Theme } from "./theme.ts";

export const healthThemes: readonly Theme[] = [
  {
    titles: [
      "Thẻ màu nhắc uống thuốc cho người tăng huyết áp",
      "Lịch uống thuốc treo bếp cho người bệnh mạn tính",
    ],
    problem: ["Người cao tuổi uống nhiều loại thuốc hay quên cữ, tái khám mới biết huyết áp không ổn."],
    how: [
      "Mỗi loại thuốc một màu, thẻ có bốn ô sáng, trưa, chiều, tối; uống xong lật thẻ.",
      "Nhân viên y tế thôn đo huyết áp hai tuần một lần ngay tại nhà văn hóa và ghi lên thẻ.",
      "Số đo vượt ngưỡng được tô đỏ, người nhà chụp gửi về trạm.",
    ],
    conditions: ["Thẻ in trên giấy bìa, {so:3-6} máy đo huyết áp và nhân viên y tế thôn."],
    benefits: [
      "{so:90-380} người theo dõi đều, tỷ lệ kiểm soát được huyết áp tăng từ {pt:41-52} lên {pt:66-79}.",
    ],
  },
  {
    titles: [
      "Bản đồ ổ lăng quăng do học sinh và tổ dân phố cùng vẽ",
      "Ngày thứ Bảy lật úp: phong trào diệt lăng quăng theo cụm nhà",
    ],
    problem: ["Ca sốt xuất huyết năm nào cũng tập trung ở vài cụm nhà, phun hóa chất xong lại quay lại."],
    how: [
      "Mỗi cụm {so:10-18} nhà có một tờ bản đồ, vật chứa nước được đánh số và kiểm mỗi thứ Bảy.",
      "Chỗ nào hai tuần liền còn lăng quăng thì tổ cùng đến xử lý, không phạt mà làm giúp lần đầu.",
      "Trạm y tế so bản đồ với ca bệnh để chọn nơi làm trước.",
    ],
    conditions: ["Bản đồ giấy A3, bút màu và lịch trực của tổ."],
    benefits: ["Chỉ số mật độ lăng quăng giảm {pt:45-70}, số ca mắc giảm {pt:30-52} so với cùng kỳ."],
  },
  {
    titles: [
      "Hẹn giờ khám theo khung mười lăm phút tại trạm y tế",
      "Bảng gọi số bằng loa nhỏ giảm chờ ở phòng tiêm chủng",
    ],
    problem: ["Buổi sáng đông nghẹt, buổi chiều vắng, người già phải ngồi chờ {so:2-3} giờ."],
    how: [
      "Người dân nhắn tin hoặc nhờ cộng tác viên hẹn giờ, mỗi khung nhận {so:4-6} người.",
      "Người đến đúng hẹn được gọi trước, ai không hẹn vẫn khám nhưng theo số.",
      "Giờ vắng được dành cho khám sức khỏe định kỳ.",
    ],
    conditions: ["Một điện thoại trực, bảng ghi giờ hẹn và hai nhân viên tiếp đón."],
    benefits: ["Thời gian chờ trung bình còn {so:20-35} phút, số người hài lòng đạt {pt:90-97}."],
  },
  {
    titles: [
      "Bài tập phục hồi sau tai biến bằng dụng cụ tự làm từ tre",
      "Xe tập đi đóng từ ống nước cho người bệnh tại nhà",
    ],
    problem: ["Sau khi ra viện, người bệnh ở xa không có chỗ tập, phục hồi chậm."],
    how: [
      "Dụng cụ đóng theo chiều cao từng người, chi phí {so:80-240} nghìn đồng, thợ trong thôn làm được.",
      "Kỹ thuật viên hướng dẫn người nhà {so:6-9} động tác, quay phim lại để xem khi quên.",
      "Mỗi tháng đo lại quãng đường đi và sức nắm tay.",
    ],
    conditions: ["Có chỉ định của bác sĩ, người nhà theo được ít nhất ba buổi mỗi tuần."],
    benefits: ["{so:12-46} người bệnh tập đều, {pt:55-78} tự đi lại được sau {so:3-5} tháng."],
  },
  {
    titles: [
      "Câu lạc bộ dinh dưỡng nấu cùng nhau cho mẹ có con suy dinh dưỡng",
      "Thực đơn bảy ngày từ món địa phương cho trẻ dưới năm tuổi",
    ],
    problem: ["Trẻ nhẹ cân không hẳn vì thiếu ăn mà vì bữa ăn thiếu đạm và dầu mỡ."],
    how: [
      "Các bà mẹ cùng nấu mỗi tháng hai buổi, cân trẻ trước khi ăn và ghi vào sổ của mẹ.",
      "Thực đơn dùng cá cơm, đậu, rau rừng có sẵn, giá một bữa dưới {so:9-15} nghìn đồng.",
      "Mẹ nào con lên cân tốt được mời hướng dẫn lại nhóm mới.",
    ],
    conditions: ["Bếp của điểm trường, cân trẻ em và cộng tác viên dinh dưỡng."],
    benefits: ["Tỷ lệ trẻ nhẹ cân trong nhóm giảm từ {pt:19-26} xuống {pt:9-14} sau {so:8-12} tháng."],
  },
];

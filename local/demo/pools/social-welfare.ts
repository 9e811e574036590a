import type { Theme } from "./theme.ts";

export const socialWelfareThemes: readonly Theme[] = [
  {
    titles: [
      "Bếp ăn nghĩa tình cho bệnh nhân nghèo và người nuôi bệnh",
      "Nồi cháo yêu thương luân phiên theo tổ dân phố",
    ],
    problem: [
      "Nhiều người nuôi bệnh ở xa phải ăn uống tạm bợ nhiều ngày, chi phí ăn uống có khi cao hơn tiền thuốc.",
      "Trước đây mỗi nhóm tự nấu, có hôm thừa, có hôm không có suất nào.",
    ],
    how: [
      "Lịch nấu được chia theo tổ, mỗi tổ phụ trách một ngày, nhóm điều phối báo số suất trước {so:12-18} giờ.",
      "Gạo và rau do các hộ góp, ghi vào sổ công khai; không nhận tiền mặt quá mức cần dùng.",
      "Mẫu thức ăn được lưu 24 giờ, người nấu được tập huấn an toàn thực phẩm.",
    ],
    conditions: ["Một gian bếp có mái che, bếp ga công nghiệp, tủ lưu mẫu và {so:15-40} tình nguyện viên."],
    benefits: [
      "Mỗi tuần phát {so:180-650} suất, trị giá hơn {tien:6-24} một tháng, không để xảy ra ngộ độc.",
    ],
  },
  {
    titles: [
      "Tủ quần áo, sách vở “Ai thừa đến cho, ai thiếu đến nhận”",
      "Gian hàng không đồng tại chợ phiên",
    ],
    problem: ["Đồ còn tốt bị bỏ đi trong khi nhiều gia đình khó khăn phải mua mới đầu năm học."],
    how: [
      "Đồ được giặt, phân cỡ và treo theo lứa tuổi để người nhận tự chọn như đi mua.",
      "Đoàn viên thanh niên trực hai buổi mỗi tuần, ghi số món vào và ra bằng vạch đếm, không hỏi tên người nhận.",
      "Món còn lại sau ba tháng được cắt làm giẻ lau, không để tồn.",
    ],
    conditions: ["Một gian phòng {so:12-24} m², giá treo đóng từ gỗ pallet và nhóm trực ổn định."],
    benefits: [
      "Đã chuyển {so:1200-5200} món cho {so:210-760} lượt người, phụ huynh bớt chi đầu năm học khoảng {tien:30-90}.",
    ],
  },
  {
    titles: [
      "Tổ tiết kiệm xoay vòng vốn không lãi của phụ nữ",
      "Heo đất tình thương giúp hội viên khởi sự buôn bán nhỏ",
    ],
    problem: [
      "Hội viên cần vài triệu đồng để xoay vốn nhưng vay ngoài lãi cao, hồ sơ ngân hàng lại mất thời gian.",
    ],
    how: [
      "Mỗi tổ {so:12-20} người góp đều hằng tháng, ai cần gấp được nhận trước và trả dần trong {so:6-10} tháng.",
      "Sổ thu chi do hai người giữ, đối chiếu công khai vào ngày họp tổ.",
      "Người được vay trình bày việc định làm, cả tổ góp ý trước khi nhận tiền.",
    ],
    conditions: ["Có quy chế tổ do các thành viên cùng ký, một sổ và một két nhỏ."],
    benefits: [
      "Đã xoay {tien:90-420} cho {so:24-96} lượt hội viên, không có khoản nào quá hạn, {so:6-25} chị có quầy hàng ổn định.",
    ],
  },
  {
    titles: [
      "Đường dây “một cuộc gọi” chăm người cao tuổi sống một mình",
      "Chuông báo khẩn tự lắp cho người già neo đơn",
    ],
    problem: [
      "Người cao tuổi sống một mình khi đau ốm ban đêm không gọi được ai, hàng xóm biết thì đã muộn.",
    ],
    how: [
      "Mỗi cụ được ghép với ba nhà gần nhất, dán số điện thoại chữ lớn cạnh giường.",
      "Nút bấm không dây nối với đèn và chuông ở nhà hàng xóm, chi phí chưa đến {so:180-320} nghìn đồng một bộ.",
      "Chi hội gọi thăm theo lịch, ghi lại ngày gọi, ai hai ngày không nghe máy thì có người đến tận nhà.",
    ],
    conditions: ["Sóng điện thoại ổn định, mỗi bộ chuông dùng pin thay {so:2-3} lần một năm."],
    benefits: ["{so:18-75} cụ được nối chuông, {so:3-9} lần cấp cứu kịp thời trong năm."],
  },
  {
    titles: ["Góp công sửa nhà cho hộ nghèo theo nhóm thợ lành nghề", "Kho vật liệu dùng lại để xóa nhà tạm"],
    problem: ["Kinh phí hỗ trợ xóa nhà tạm có hạn, tiền công thợ chiếm gần một nửa giá thành."],
    how: [
      "Thợ hồ, thợ mộc trong khu dân cư đăng ký ngày công theo lịch chung, mỗi nhà làm gọn trong {so:9-16} ngày.",
      "Cửa, tôn, gạch còn dùng được khi dỡ nhà cũ được gom về kho, đo kích thước và chụp ảnh để nơi khác chọn.",
      "Mẫu nhà {so:32-42} m² được vẽ sẵn, có bảng khối lượng nên không mua thừa.",
    ],
    conditions: ["Có kho che mưa, một người giữ sổ và danh sách thợ tình nguyện."],
    benefits: ["Mỗi căn bớt được {tien:18-42}, trong năm hoàn thành {so:4-14} căn."],
  },
];

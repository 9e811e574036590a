import type { Theme } from "./theme.ts";

export const frontWorkThemes: readonly Theme[] = [
  {
    titles: [
      "Sổ tay điện tử theo dõi kiến nghị của cử tri",
      "Bảng công khai kết quả giải quyết kiến nghị sau tiếp xúc cử tri",
    ],
    problem: [
      "Kiến nghị của cử tri trước đây được ghi tay vào nhiều sổ, nhiều ý kiến bị bỏ sót hoặc phải nhắc lại qua {so:2-4} kỳ tiếp xúc.",
      "Người dân thường hỏi kiến nghị của mình đã đến đâu nhưng cán bộ phải gọi điện từng nơi mới trả lời được.",
    ],
    how: [
      "Mỗi kiến nghị được nhập thành một dòng có người phụ trách, thời hạn và tình trạng; hết hạn mà chưa trả lời thì dòng tự chuyển màu.",
      "Ban công tác Mặt trận ở khu dân cư cập nhật kết quả ngay tại buổi họp, không phải chờ báo cáo tháng.",
      "Cuối mỗi tháng, danh sách đã giải quyết được dán tại nhà văn hóa và đọc trên loa truyền thanh.",
    ],
    conditions: [
      "Một máy tính có kết nối mạng, một cán bộ phụ trách và quy chế phối hợp đã được thống nhất.",
    ],
    benefits: [
      "Sau {so:4-9} tháng đã theo dõi {so:60-240} kiến nghị, {pt:82-96} được trả lời đúng hạn, số kiến nghị phải nhắc lại giảm rõ rệt.",
    ],
  },
  {
    titles: [
      "Mỗi Ban công tác Mặt trận nhận giúp một hộ thoát nghèo bền vững",
      "Tổ “ba cùng” của Mặt trận giúp hộ cận nghèo có sinh kế",
    ],
    problem: [
      "Việc giúp hộ nghèo còn dàn trải, nhiều đoàn thể cùng đến một hộ trong khi hộ khác chưa có ai.",
      "Các phần quà dịp lễ giúp được trước mắt nhưng chưa giúp hộ nghèo có thu nhập đều.",
    ],
    how: [
      "Mặt trận chủ trì rà soát, mỗi tổ nhận một hộ và lập phiếu ghi rõ hộ cần gì, ai giúp, đến bao giờ.",
      "Hằng tháng tổ đến nhà một lần, xem lại phiếu cùng chủ hộ và ghi tiến bộ bằng những việc cụ thể.",
      "Nguồn lực được gom về một đầu mối nên không trùng và không bỏ sót.",
    ],
    conditions: ["Có danh sách hộ nghèo, hộ cận nghèo được rà soát trong năm; mỗi tổ từ {so:3-5} người."],
    benefits: [
      "Trong năm có {so:5-28} hộ thoát nghèo, huy động được {tien:80-460} và {so:120-600} ngày công.",
    ],
  },
  {
    titles: [
      "Mô hình “Cà phê nghe dân nói” vào sáng thứ Bảy",
      "Diễn đàn lưu động “Mặt trận lắng nghe” tại khu dân cư",
    ],
    problem: [
      "Buổi họp dân thường ít người trẻ và người đi làm xa, ý kiến chưa đại diện.",
      "Nhiều người ngại phát biểu trong hội trường nên những việc nhỏ gây bức xúc lâu ngày không ai biết.",
    ],
    how: [
      "Hai tuần một lần, Mặt trận mời người dân uống cà phê tại một quán hoặc sân nhà văn hóa, không có bàn chủ tọa, ai cũng được nói trước.",
      "Một cán bộ ghi lại từng ý kiến, đọc lại cho người nói nghe và hẹn ngày trả lời.",
      "Việc nào làm được ngay thì giao ngay cho tổ tự quản, việc vượt thẩm quyền được chuyển bằng phiếu.",
    ],
    conditions: ["Không cần kinh phí lớn; cần lãnh đạo cùng dự và giữ đúng lịch hẹn trả lời."],
    benefits: [
      "Đã tổ chức {so:8-22} buổi với {so:240-900} lượt người, giải quyết tại chỗ {pt:45-70} ý kiến.",
    ],
  },
  {
    titles: [
      "Bộ tiêu chí chấm điểm khu dân cư đoàn kết, kiểu mẫu bằng phiếu của hộ dân",
      "Phiếu hộ dân tự đánh giá khu dân cư trước Ngày hội Đại đoàn kết",
    ],
    problem: [
      "Việc bình xét trước đây do vài người chấm nên kết quả năm nào cũng gần giống nhau và ít người tin.",
    ],
    how: [
      "Phiếu gồm {so:10-16} câu viết bằng lời dễ hiểu, mỗi hộ tự chấm và bỏ vào thùng kín tại nhà văn hóa.",
      "Kết quả được cộng công khai tại cuộc họp, mỗi khu dân cư chọn hai việc yếu nhất để làm trong năm sau.",
      "Người cao tuổi, hộ neo đơn được tổ tự quản mang phiếu đến tận nhà.",
    ],
    conditions: ["In phiếu trên giấy A5, mỗi khu dân cư cần một thùng phiếu và tổ kiểm phiếu năm người."],
    benefits: [
      "{pt:76-94} số hộ tham gia chấm, nhiều việc tồn đọng như đèn đường, thoát nước được nêu và xử lý.",
    ],
  },
  {
    titles: [
      "Đổi mới Ngày hội Đại đoàn kết theo cụm khu dân cư liền kề",
      "Tổ chức giám sát cộng đồng bằng ảnh chụp theo mốc thi công",
    ],
    problem: ["Cách làm cũ tốn kém, mỗi nơi làm một kiểu, khó giữ được người dân ở lại đến cuối."],
    how: [
      "Hai đến ba khu dân cư cùng làm chung một kế hoạch, chia việc theo thế mạnh từng nơi.",
      "Mỗi mốc công việc có một ảnh chụp cùng góc, ghi ngày, gửi về nhóm chung để ai cũng xem được.",
      "Ban giám sát đầu tư của cộng đồng đối chiếu ảnh với hồ sơ rồi ký xác nhận tại chỗ.",
    ],
    conditions: ["Có nhóm liên lạc chung và người phụ trách ở mỗi khu dân cư."],
    benefits: ["Tiết kiệm {tien:12-45} mỗi năm, phát hiện {so:3-11} lỗi nhỏ trước khi nghiệm thu."],
  },
];

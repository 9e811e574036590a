export const returnReasons = [
  "Hồ sơ chưa nêu rõ cách làm trước khi có sáng kiến nên chưa thấy điểm mới. Đề nghị bổ sung phần so sánh và gửi lại.",
  "Phần lợi ích mới ghi chung chung. Đề nghị nêu số liệu trước và sau khi áp dụng, có xác nhận của nơi áp dụng.",
  "Tỷ lệ đóng góp của các đồng tác giả chưa khớp với phần việc đã kê. Đề nghị thống nhất lại và ghi cho đúng.",
  "Ngày áp dụng lần đầu chưa phù hợp với nội dung mô tả. Đề nghị kiểm tra lại.",
  "Tên sáng kiến quá rộng so với nội dung. Đề nghị thu gọn cho đúng phạm vi đã làm.",
] as const;

export const refusalReasons = [
  "Nội dung là nhiệm vụ thường xuyên theo chức trách, chưa có giải pháp mới. Đề nghị tác giả tiếp tục theo dõi và gửi khi có cải tiến cụ thể.",
  "Giải pháp trùng với sáng kiến đã được công nhận tại đơn vị năm trước, phần khác biệt chưa đáng kể.",
  "Giải pháp chưa được áp dụng thử và chưa nêu được điều kiện thực hiện, chưa đủ căn cứ xem xét theo quy định.",
] as const;

export const opinions = [
  "Đơn vị đã kiểm tra thực tế, giải pháp đang được áp dụng. Đề nghị Hội đồng xem xét.",
  "Giải pháp phù hợp với điều kiện của địa phương, người dân đồng thuận. Kính đề nghị Hội đồng xét công nhận.",
  "Số liệu trong hồ sơ đã được đối chiếu với sổ theo dõi của đơn vị. Đề nghị Hội đồng xét.",
  "Sáng kiến có khả năng nhân rộng sang các khu dân cư lân cận.",
  "",
] as const;

export const opinionsAbove = [
  "Sáng kiến đã được công nhận ở cấp cơ sở và có khả năng áp dụng rộng hơn. Đề nghị Hội đồng cấp tỉnh xem xét.",
  "Giải pháp đã được {so:3-7} địa phương khác đến học tập. Kính trình Hội đồng cấp tỉnh.",
] as const;

export const refusalsOfCouncil = [
  "Hội đồng ghi nhận cố gắng của tác giả, tuy nhiên tính mới chưa rõ so với cách làm đã phổ biến.",
  "Hiệu quả chưa được chứng minh bằng số liệu đủ dài; đề nghị theo dõi thêm và gửi lại trong năm sau.",
  "Phạm vi áp dụng còn hẹp, chưa đạt số điểm tối thiểu theo thang điểm của Hội đồng.",
] as const;

export const completionReasons = [
  "Đề nghị bổ sung giấy xác nhận hiệu quả của nơi áp dụng và ảnh chụp trước, sau.",
  "Hội đồng đề nghị làm rõ chi phí đầu tư ban đầu và thời gian thu hồi vốn.",
  "Đề nghị nêu rõ phần đóng góp của từng đồng tác giả và phần đã có từ trước.",
] as const;

export const revocationReasons = [
  "Qua kiểm tra, số liệu hiệu quả trong hồ sơ không đúng với thực tế áp dụng; tác giả đã thừa nhận.",
  "Giải pháp trùng với sáng kiến đã được cơ quan khác công nhận trước đó mà hồ sơ không nêu.",
] as const;

export const coAuthorWords = [
  "",
  "",
  "Tôi xác nhận phần việc và tỷ lệ đóng góp là đúng.",
  "Tôi tham gia từ đầu, đồng ý với nội dung hồ sơ.",
] as const;

export const titleTails = {
  locality: [
    "",
    " tại {noi}",
    " trên địa bàn {noi}",
    " ở {noi}",
    " cho các khu dân cư của {noi}",
    ", áp dụng tại {noi} năm {nam}",
  ],
  office: ["", " tại {noi}", " ở {noi}", ", áp dụng tại {noi} năm {nam}"],
} as const;

export const longTails = {
  locality: [
    ", kết hợp tuyên truyền, vận động và giám sát của Nhân dân, góp phần thực hiện thắng lợi các chỉ tiêu của phong trào thi đua “Đoàn kết sáng tạo” năm {nam} trên địa bàn {noi}",
    " nhằm phát huy vai trò tự quản của cộng đồng dân cư, nâng cao hiệu quả phối hợp giữa Mặt trận, các đoàn thể và chính quyền cơ sở sau sắp xếp đơn vị hành chính tại {noi}",
  ],
  office: [
    ", kết hợp đổi mới lề lối làm việc, nâng cao tinh thần trách nhiệm và hiệu quả phục vụ, góp phần hoàn thành các chỉ tiêu thi đua năm {nam} của {noi}",
    " nhằm nâng cao chất lượng chuyên môn, tiết kiệm thời gian, kinh phí và tạo sự đồng thuận trong tập thể, áp dụng từ năm {nam} tại {noi}",
  ],
} as const;

export const openings = [
  "Tình trạng trước khi có sáng kiến: ",
  "Thực trạng: ",
  "Lý do chọn giải pháp: ",
  "",
] as const;

export const novelty = [
  "Điểm mới là cách làm này do chính người trong khu dân cư giữ, không phụ thuộc vào kinh phí đợt.",
  "So với cách làm trước đây, giải pháp rẻ hơn, dễ học và có số liệu để kiểm tra.",
  "Giải pháp chưa được áp dụng tại {noi} trước tháng {so:1-12} năm trước.",
  "Tác giả đã thử hai cách khác trước khi chọn cách này và ghi lại lý do.",
] as const;

export const reach = [
  "Có thể áp dụng cho các nơi có điều kiện tương tự trong tỉnh.",
  "Đã có {so:2-6} nơi khác đến tìm hiểu và làm theo.",
  "Phù hợp với vùng nông thôn, miền núi; ở phường cần điều chỉnh quy mô.",
  "Tài liệu hướng dẫn gồm {so:4-12} trang, ai cần đều được gửi.",
] as const;

export const usersWords = [
  "Các hộ tham gia xác nhận kết quả và đề nghị tiếp tục duy trì.",
  "Nơi áp dụng xác nhận giải pháp dễ làm, chi phí thấp, đúng như hồ sơ nêu.",
  "Qua {so:40-160} phiếu hỏi, {pt:84-98} người trả lời hài lòng.",
  "",
] as const;

/** Words of what an author does with a dossier: answer a return, report the result, ask co-authors, look after personal data. */
export const followVi = {
  "follow.do": "Việc ông/bà có thể làm",
  "follow.resubmit": "Sửa và gửi lại",
  "follow.complete": "Hoàn thiện và gửi lại",
  "follow.edit.title": "Sửa hồ sơ",
  "follow.edit.why": "Cần bổ sung",
  "follow.edit.due": "Gửi lại trước ngày {day}.",
  "follow.edit.kept": "Nội dung đang sửa được giữ trên máy này cho đến khi gửi.",
  "follow.edit.notKept": "Trình duyệt này không cho lưu. Hãy gửi trước khi đóng trang.",
  "follow.edit.send": "Gửi lại hồ sơ",
  "follow.edit.leave": "Để sau",
  "follow.edit.drop": "Bỏ các sửa đổi",
  "follow.edit.drop.confirm": "Bỏ mọi sửa đổi chưa gửi của hồ sơ này?",
  "follow.edit.conflict":
    "Hồ sơ vừa có thay đổi khác. Nội dung ông/bà đã sửa vẫn còn dưới đây: hãy xem lại rồi bấm gửi lần nữa.",
  "follow.edit.gone":
    "Hồ sơ đã chuyển sang bước khác ({state}) nên không gửi lại được nữa. Nội dung ông/bà đã sửa vẫn còn trên máy này.",
  "follow.sent": "Đã gửi. Tình trạng mới ở ngay dưới đây.",

  "follow.next.toReport":
    "{unit} đã tiếp nhận. Khi sáng kiến có kết quả, hãy báo cáo ở đây, chậm nhất ngày {day}; sau đó đơn vị mới đề nghị Hội đồng.",
  "follow.report": "Báo cáo kết quả",
  "follow.report.lead":
    "Sáng kiến đã được tiếp nhận. Khi đã áp dụng và có kết quả, hãy kể lại ở đây; sau đó đơn vị mới đề nghị Hội đồng xét.",
  "follow.report.send": "Gửi báo cáo kết quả",

  "follow.coAuthors": "Đồng tác giả",
  "follow.coAuthors.text":
    "Mỗi đồng tác giả xác nhận bằng một liên kết riêng, không cần tài khoản. Hãy gửi liên kết này cho đồng tác giả, qua Zalo, tin nhắn hoặc thư.",
  "follow.coAuthors.get": "Lấy liên kết cho đồng tác giả",
  "follow.coAuthors.link": "Liên kết của {name}",
  "follow.coAuthors.copy": "Chép liên kết",
  "follow.coAuthors.copied": "Đã chép.",
  "follow.coAuthors.copyFailed": "Máy này không cho chép. Hãy chạm giữ vào liên kết để chép.",
  "follow.coAuthors.share": "Gửi đi",
  "follow.coAuthors.waiting": "Chưa trả lời",
  "follow.coAuthors.confirmed": "Xác nhận là đồng tác giả",
  "follow.coAuthors.denied": "Trả lời: không phải tác giả",
  "follow.coAuthors.denied.text":
    "Hãy trao đổi lại với người này. Muốn sửa danh sách tác giả, hãy đề nghị nơi tiếp nhận trả hồ sơ để bổ sung, hoặc rút hồ sơ.",
  "follow.coAuthors.said": "Lời nhắn: {word}",
  "follow.nth": "Tác giả thứ {n}",

  "coAuthor.page": "Xác nhận đồng tác giả",
  "coAuthor.loading": "Đang mở…",
  "coAuthor.lead": "Hồ sơ sáng kiến dưới đây ghi tên ông/bà là đồng tác giả. Điều đó có đúng không?",
  "coAuthor.received": "Gửi đến {unit} ngày {day}.",
  "coAuthor.authors": "Các tác giả và tỷ lệ đóng góp",
  "coAuthor.you": "ông/bà",
  "coAuthor.word": "Lời nhắn (không bắt buộc)",
  "coAuthor.word.hint": "Ví dụ: tỷ lệ đóng góp chưa đúng. Người gửi hồ sơ và nơi tiếp nhận đọc được.",
  "coAuthor.yes": "Đúng, tôi là đồng tác giả",
  "coAuthor.no": "Không phải tôi",
  "coAuthor.done.confirmed": "Đã ghi nhận: ông/bà là đồng tác giả. Xin cảm ơn!",
  "coAuthor.done.denied": "Đã ghi nhận: ông/bà không phải tác giả. Nơi tiếp nhận sẽ thấy câu trả lời này.",
  "coAuthor.change": "Nếu bấm nhầm, ông/bà có thể trả lời lại bằng chính liên kết này.",
  "coAuthor.void": "Không mở được liên kết",
  "coAuthor.privacy":
    "Trang này không hiện ngày sinh, số điện thoại hay thư điện tử của ai. Câu trả lời được ghi vào quá trình xử lý hồ sơ; ông/bà có thể đề nghị nơi tiếp nhận xóa tên mình.",

  personal: "Dữ liệu cá nhân của tôi",
  "personal.lead":
    "Hồ sơ này giữ những thông tin cá nhân sau. Ông/bà có quyền xem, sửa, nhận bản sao, rút lại sự đồng ý và yêu cầu xóa.",
  "personal.open": "Xem dữ liệu cá nhân",
  "personal.close": "Thu gọn",
  "personal.author": "Tác giả {n}",
  "personal.share": "tỷ lệ {share}%",
  "personal.born": "sinh ngày {day}",
  "personal.contact": "Liên hệ",
  "personal.participants": "Người tham gia áp dụng lần đầu",
  "personal.consent": "Sự đồng ý",
  "personal.consent.text": "Lời đồng ý bản {version}, lúc {at}.",
  "personal.readers": "Ai xem được",
  "personal.readers.text":
    "Họ tên, nơi công tác và nội dung: ông/bà, cán bộ nơi tiếp nhận và cấp trên, thư ký và ủy viên Hội đồng xét hồ sơ. Ngày sinh và liên hệ: chỉ ông/bà và cán bộ nơi tiếp nhận. Không ai khác.",
  "personal.erased": "(đã xóa theo yêu cầu)",
  "personal.contact.edit": "Sửa liên hệ",
  "personal.contact.save": "Lưu liên hệ",
  "personal.contact.saved": "Đã sửa liên hệ.",
  "personal.cancel": "Thôi",
  "personal.correct.text":
    "Sai họ tên, ngày sinh hay nơi công tác: hãy sửa khi hồ sơ được trả lại, hoặc đề nghị nơi tiếp nhận trả hồ sơ để sửa.",
  "personal.export": "Tải bản sao dữ liệu (tệp JSON)",
  "personal.erase": "Rút lại sự đồng ý, xóa dữ liệu",
  "personal.erase.text":
    "Dữ liệu bị xóa khỏi hồ sơ và khỏi mọi bản trước đó, không lấy lại được. Các con số thống kê vẫn giữ nguyên vì không có tên ai.",
  "personal.erase.who": "Xóa gì?",
  "personal.erase.contact": "Số điện thoại và thư điện tử",
  "personal.erase.contact.hint": "Sau đó chỉ còn trang này cho biết kết quả, vì không ai liên lạc được.",
  "personal.erase.author": "Thông tin của {name}",
  "personal.erase.all": "Tất cả: mọi tác giả, liên hệ, người tham gia, tệp đính kèm và nội dung",
  "personal.erase.all.recognised":
    "Tất cả, trừ những gì đi cùng quyết định công nhận: họ tên, nơi công tác và nội dung sáng kiến",
  "personal.erase.inReview":
    "Hồ sơ đang được xét nên chỉ xóa được liên hệ. Muốn xóa cả tên và nội dung thì rút hồ sơ trước.",
  "personal.erase.recognised":
    "Sáng kiến đã được công nhận. Họ tên trên quyết định và giấy chứng nhận được giữ theo pháp luật về thi đua, khen thưởng và lưu trữ; ngày sinh và liên hệ thì xóa được.",
  "personal.erase.confirm": "Tôi hiểu dữ liệu đã xóa không lấy lại được.",
  "personal.erase.do": "Xóa vĩnh viễn",
  "personal.erase.done":
    "Đã xóa. Các bản sao lưu của hệ thống hết hạn chậm nhất ngày {day}; từ đó không còn ở đâu nữa.",
  "personal.erase.kept": "Họ tên đi cùng quyết định công nhận được giữ lại theo pháp luật.",
} as const;

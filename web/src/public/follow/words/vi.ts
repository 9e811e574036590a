import { addWords } from "../../../words/vietnamese.ts";

export const followVi = {
  "follow.title": "Tra cứu hồ sơ",
  "follow.lead": "Nhập mã hồ sơ và khóa tra cứu ghi trên trang xác nhận, hoặc mở liên kết đã lưu.",
  "follow.code": "Mã hồ sơ",
  "follow.code.hint":
    "Mười hai ký tự, ví dụ 7K3M-9QTX-2F4H; gõ thường, không gạch nối cũng được. Dán cả liên kết theo dõi vào đây cũng được.",
  "follow.key": "Khóa tra cứu",
  "follow.key.hint": "Phần đứng sau dấu chấm trong liên kết theo dõi. Chỉ người có khóa mới xem được hồ sơ.",
  "follow.open": "Xem hồ sơ",
  "follow.code.bad":
    "Mã chưa đúng: có ký tự gõ nhầm hoặc thiếu. Hãy xem lại từng ký tự; nếu bàn phím đang gõ tiếng Việt, hãy chuyển sang tiếng Anh.",
  "follow.key.bad":
    "Khóa tra cứu chưa đúng: khóa gồm 32 ký tự, phân biệt chữ hoa, chữ thường. Hãy chép lại cả khóa.",
  "follow.link.code":
    "Mã hồ sơ trong liên kết này không đúng: có ký tự sai hoặc thiếu. Hãy nhập mã ghi trên giấy biên nhận.",
  "follow.link.key":
    "Khóa trong liên kết này bị thiếu hoặc thừa ký tự. Hãy mở liên kết gốc, hoặc nhập mã và khóa.",
  "follow.link.link":
    "Liên kết này không đầy đủ: không có mã hồ sơ và khóa. Hãy mở liên kết gốc, hoặc nhập mã và khóa.",
  "follow.code.missing": "Hãy nhập mã hồ sơ.",
  "follow.key.missing": "Hãy nhập khóa tra cứu.",
  "follow.mine": "Hồ sơ của tôi trên máy này",
  "follow.mine.text": "Chỉ máy này biết danh sách dưới đây. Dùng máy chung thì nên xóa.",
  "follow.forget": "Xóa khỏi máy này",
  "follow.forget.of": "Xóa khỏi máy này: {title}",
  "follow.loading": "Đang mở hồ sơ…",
  "follow.back": "Tra cứu hồ sơ khác",
  "follow.next.files":
    "Có tệp không nhận được. Hồ sơ vẫn được xem xét, không có tệp đó. Ở mục Tệp kèm theo bên dưới, ông/bà có thể gửi tệp khác thay vào hoặc bỏ tệp đó.",
  "follow.offline": "Không có mạng. Hãy thử lại khi có mạng.",
  "follow.now": "Hiện nay",
  "follow.history": "Quá trình xử lý",
  "follow.late": "Nhận sau hạn, trong giờ gia hạn.",
  "follow.registerNumber": "Số trong sổ tiếp nhận: {number}",
  "follow.moved": "Từ {from} sang {to}. Số tiếp nhận đã cấp và thời hạn giữ nguyên.",
  "follow.movedAbove": "{to} vẫn phụ trách hồ sơ; đơn vị cấp trên đã thay đổi.",
  "follow.unit": "Nơi tiếp nhận",
  "follow.council": "Hội đồng",
  "follow.reason": "Lý do",
  "follow.decision": "Quyết định số {number}, ngày {day}",
  "follow.next.registered":
    "{unit} đã nhận được hồ sơ và sẽ trả lời chậm nhất ngày {day}. Ông/bà chưa phải làm gì.",
  "follow.next.reported": "{unit} đã nhận báo cáo kết quả và sẽ trả lời chậm nhất ngày {day}.",
  "follow.next.accepted": "{unit} đã tiếp nhận và đang xem xét. Kết quả có chậm nhất ngày {day}.",
  "follow.next.returned":
    "{unit} đề nghị bổ sung. Hãy đọc lý do bên dưới, sửa và gửi lại chậm nhất ngày {day}.",
  "follow.next.refused":
    "{unit} từ chối hồ sơ. Lý do ghi bên dưới. Nếu không đồng ý, ông/bà có quyền khiếu nại.",
  "follow.next.withdrawn": "Hồ sơ đã được rút theo yêu cầu của ông/bà.",
  "follow.next.proposed": "{unit} đã đề nghị {council} xét. Hội đồng trả lời chậm nhất ngày {day}.",
  "follow.next.inCouncil": "{council} đang xét. Kết quả có chậm nhất ngày {day}.",
  "follow.next.toComplete": "{council} đề nghị hoàn thiện thêm chậm nhất ngày {day}. Nội dung ghi bên dưới.",
  "follow.next.recognised": "Sáng kiến đã được công nhận. Xin chúc mừng!",
  "follow.next.notRecognised":
    "Hội đồng chưa công nhận sáng kiến này. Lý do ghi bên dưới. Nếu không đồng ý, ông/bà có quyền khiếu nại.",
  "follow.next.revoked": "Quyết định công nhận đã bị thu hồi. Lý do ghi bên dưới.",
  "follow.withdraw": "Rút hồ sơ",
  "follow.withdraw.ask": "Rút hồ sơ này?",
  "follow.withdraw.text": "Hồ sơ sẽ không được xét nữa và không mở lại được. Ông/bà có thể gửi hồ sơ mới.",
  "follow.withdraw.yes": "Rút hồ sơ",
  "follow.withdraw.no": "Không rút",

  "follow.do": "Việc ông/bà có thể làm",
  "follow.resubmit": "Sửa và gửi lại",
  "follow.complete": "Hoàn thiện và gửi lại",
  "follow.edit.title": "Sửa hồ sơ",
  "follow.edit.why": "Cần bổ sung",
  "follow.edit.due": "Gửi lại chậm nhất ngày {day}.",
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
  "coAuthor.name.hint": "Không bắt buộc. Muốn rút lại, hãy mở lại liên kết này, bỏ dấu rồi trả lời lần nữa.",
  "coAuthor.yes": "Đúng, tôi là đồng tác giả",
  "coAuthor.no": "Không phải tôi",
  "coAuthor.done.confirmed": "Đã ghi nhận: ông/bà là đồng tác giả. Xin cảm ơn!",
  "coAuthor.done.denied": "Đã ghi nhận: ông/bà không phải tác giả. Nơi tiếp nhận sẽ thấy câu trả lời này.",
  "coAuthor.change": "Nếu bấm nhầm, ông/bà có thể trả lời lại bằng chính liên kết này.",
  "coAuthor.cut":
    "Phần mã phía sau dấu # của liên kết này bị thiếu hoặc thừa ký tự. Hãy mở lại nguyên liên kết mà người gửi hồ sơ đã chuyển cho ông/bà.",
  "coAuthor.bare":
    "Địa chỉ này thiếu phần mã phía sau dấu #. Hãy mở lại nguyên liên kết mà người gửi hồ sơ đã chuyển cho ông/bà.",
  "coAuthor.void": "Không mở được liên kết",
  "coAuthor.privacy":
    "Trang này không hiện ngày sinh, số điện thoại hay thư điện tử của ai. Câu trả lời được ghi vào quá trình xử lý hồ sơ; ông/bà có thể đề nghị nơi tiếp nhận xóa tên mình.",

  personal: "Dữ liệu cá nhân của tôi",
  "personal.lead":
    "Hồ sơ này giữ những thông tin cá nhân sau. Ông/bà có quyền xem, sửa, nhận bản sao, rút lại sự đồng ý và yêu cầu xóa.",
  "personal.staff": "Dữ liệu cá nhân",
  "personal.staff.lead":
    "Khi người có tên trong hồ sơ đến yêu cầu: cho xem, sửa liên hệ, đưa bản sao, xóa. Mỗi lần sửa hay xóa đều ghi vào quá trình xử lý, kèm tên cán bộ.",
  "personal.author": "Tác giả {n}",
  "personal.share": "tỷ lệ {share}%",
  "personal.born": "sinh ngày {day}",
  "personal.contact": "Liên hệ",
  "personal.participants": "Người tham gia áp dụng lần đầu",
  "personal.consent": "Sự đồng ý",
  "personal.consent.text": "Lời đồng ý bản {version}, lúc {at}.",
  "personal.readers": "Ai xem được",
  "personal.readers.text":
    "Họ tên, nơi công tác và nội dung: ông/bà, cán bộ nơi tiếp nhận và cấp trên, thư ký và ủy viên Hội đồng xét hồ sơ. Tên sáng kiến, họ tên, nơi công tác và tỷ lệ đóng góp của các tác giả: cả đồng tác giả có liên kết xác nhận. Ngày sinh và liên hệ: chỉ ông/bà và cán bộ nơi tiếp nhận.",
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

addWords(followVi);

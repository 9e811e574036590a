import { authorsVi } from "#core/words/vi/authors.ts";
import { addWords } from "../../../words/vietnamese.ts";

export const formVi = {
  "form.page": "Gửi sáng kiến",
  "form.loading": "Đang mở biểu mẫu…",
  "form.loadFailed": "Chưa mở được biểu mẫu. Hãy kiểm tra kết nối mạng rồi thử lại.",
  "form.campaign": "Đợt phát động",
  "form.again": "Thử lại",
  "form.late":
    "Đã quá hạn (hết ngày {day}). Hồ sơ tới hệ thống trước {until} vẫn được nhận và ghi là nhận sau hạn.",
  "form.campaign.closes": "Nhận hồ sơ đến hết ngày {day}.",
  "form.campaign.until": "{name}. Nhận hồ sơ đến hết ngày {day}.",

  "form.steps": "Các bước",
  "form.stepOf": "bước {n} trên {count}",
  "form.step.done": "đã xong",
  "form.step.faulty": "cần sửa",
  "form.step.authors": "Tác giả",
  "form.step.initiative": "Sáng kiến",
  "form.step.substance": "Nội dung",
  "form.step.effect": "Hiệu quả, áp dụng",
  "form.step.declaration": "Tệp, cam đoan",
  "form.step.review": "Kiểm tra lại",
  "form.title.authors": "Ai là tác giả?",
  "form.title.initiative": "Sáng kiến của ông/bà là gì?",
  "form.title.substance": "Sáng kiến được làm như thế nào?",
  "form.title.effect": "Áp dụng ra sao, được lợi gì?",
  "form.title.declaration": "Tệp kèm theo, cam đoan và đồng ý",
  "form.title.review": "Kiểm tra lại trước khi gửi",

  "form.saved": "Đã lưu trên máy này lúc {time}",
  "form.notSaved": "Trình duyệt này không cho lưu. Hãy gửi trước khi đóng trang.",
  "form.notTyped": "Những gì ông/bà nhập sẽ được lưu trên máy này.",
  "form.startOver": "Xóa hết, nhập lại từ đầu",
  "form.startOver.confirm": "Xóa mọi điều đã nhập trong bản nháp này? Không lấy lại được.",

  "form.optional": "không bắt buộc",
  "form.chars": "{length} trên {max} ký tự",
  "form.continue": "Lưu và tiếp tục",
  "form.back": "Quay lại",
  "form.send": "Gửi hồ sơ",
  "form.sending": "Đang gửi…",
  "form.edit": "Sửa",
  "form.edit.what": "Sửa: {what}",
  "form.faults.none": "Đã sửa xong",
  "form.faults.one": "Còn một chỗ cần sửa",
  "form.faults.many": "Còn {count} chỗ cần sửa",

  "form.author": "Tác giả",
  "form.author.n": "Tác giả thứ {n}",
  "form.author.hint": "Người trực tiếp tạo ra sáng kiến. Nếu có nhiều người, hãy nhập từng người.",
  "form.author.add": "Thêm tác giả",
  "form.person.remove": "Bớt người này",
  "form.person.removeWhom": "Bớt {name}",
  "form.authorKind": "Tác giả là",
  "form.fullName": "Họ và tên",
  "form.fullName.collective": "Tên tập thể",
  "form.fullName.household": "Tên hộ gia đình",
  "form.representative": "Họ và tên người đại diện",
  "form.affiliation": "Tác giả thuộc",
  "form.affiliation.choose": "Chưa chọn",
  "form.organisation": "Tên tổ chức thành viên",
  "form.organisationName": "Ghi tên tổ chức",
  "form.birthDate": "Ngày sinh",
  "form.birthDate.hint": "Ngày/tháng/năm, ví dụ 25/12/1980",
  "form.workplace": "Nơi công tác hoặc nơi cư trú",
  "form.workplace.hint": "Ví dụ: Trường THCS Trần Quang Khải, xã Diên Khánh",
  "form.position": "Chức danh, nghề nghiệp",
  "form.qualification": "Trình độ chuyên môn",
  "form.share": "Tỷ lệ đóng góp (%)",
  "form.shares.sum": "Tổng tỷ lệ đóng góp: {sum}%",
  "form.shares.divide": "Chia đều",
  "form.contact": "Liên hệ",
  "form.contact.hint": "Để lại ít nhất một cách, để nơi tiếp nhận trả lời. Không công bố.",
  "form.phone": "Số điện thoại",
  "form.email": "Thư điện tử",

  "form.kind": "Đây là",
  "form.kind.solution.hint": "Đã làm hoặc làm thử, có kết quả",
  "form.kind.idea.hint": "Chưa áp dụng, đề nghị xem xét",
  "form.title": "Tên sáng kiến",
  "form.title.hint":
    "Nói được đã làm gì, cho ai. Ví dụ: “Đỡ đầu trẻ em có hoàn cảnh khó khăn góp phần hạn chế tình trạng bỏ học”.",
  "form.unit": "Nơi tiếp nhận",
  "form.unit.hint":
    "Đơn vị nơi ông/bà làm việc hoặc cư trú. Gõ vài chữ rồi chọn; gõ không dấu hoặc tên cũ trước tháng 7/2025 cũng được.",
  "form.unit.none": "Không có nơi nào tên như vậy. Hãy gõ ít chữ hơn.",
  "form.unit.now": "nay là {name}",
  "form.unit.more": "Còn {count} nơi nữa. Hãy gõ thêm vài chữ.",
  "form.unit.clear": "Xóa nơi tiếp nhận đã chọn",
  "form.unit.found": "Có {count} nơi. Dùng phím mũi tên để chọn.",
  "form.field": "Lĩnh vực áp dụng",
  "form.field.choose": "Chọn lĩnh vực",
  "form.investor": "Chủ đầu tư tạo ra sáng kiến",
  "form.investor.hint": "Ai bỏ kinh phí, nếu không phải là tác giả.",
  "form.firstUsedOn": "Ngày áp dụng lần đầu",
  "form.firstUsedOn.hint": "Hoặc ngày áp dụng thử, lấy ngày sớm hơn. Ví dụ 30/11/2025",

  "form.substance": "Nội dung của sáng kiến",
  "form.substance.hint":
    "Trước đây làm thế nào, còn vướng gì; nay làm khác ra sao; các bước thực hiện; điểm mới so với cách đã biết.",
  "form.confidential": "Phần cần giữ kín",
  "form.confidential.hint": "Những gì không được công bố, nếu có.",

  "form.conditions": "Điều kiện cần thiết để áp dụng",
  "form.conditions.hint": "Cần người, tiền, vật tư, thời gian thế nào để nơi khác cũng làm được.",
  "form.benefitsByAuthor": "Lợi ích theo ý kiến của tác giả",
  "form.benefitsByAuthor.hint":
    "Số tiền, thời gian tiết kiệm được; số người được giúp; môi trường, nếp sống tốt lên.",
  "form.resultLater":
    "Đợt phát động này chưa hỏi kết quả. Sau khi hồ sơ được tiếp nhận và sáng kiến đã áp dụng, ông/bà báo cáo kết quả ở trang Tra cứu.",
  "form.benefitsByUsers": "Lợi ích theo ý kiến của nơi đã áp dụng",
  "form.benefitsByUsers.hint": "Tổ chức, cá nhân đã áp dụng hoặc áp dụng thử nói gì.",
  "form.participants": "Người tham gia áp dụng lần đầu",
  "form.participants.hint": "Những người đã cùng làm, không phải là tác giả.",
  "form.participant.n": "Người tham gia thứ {n}",
  "form.participant.add": "Thêm người tham gia",
  "form.work": "Công việc hỗ trợ",

  "form.declared": "Lời cam đoan",
  "form.declared.text":
    "Tôi cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và hoàn toàn chịu trách nhiệm trước pháp luật.",
  "form.consent": "Đồng ý cho dùng thông tin cá nhân",
  "form.consent.text":
    "Tôi đồng ý để nơi tiếp nhận và hội đồng xét sáng kiến dùng họ tên, ngày sinh, nơi công tác, chức danh, trình độ và cách liên hệ trong hồ sơ này để xét, công nhận và trả lời.",
  "form.attachments": "Tệp kèm theo",
  "form.attachments.loading": "Đang mở phần chọn tệp…",
  "form.attachments.loadFailed": "Chưa mở được phần chọn tệp vì mạng yếu. Những gì đã nhập vẫn còn.",
  "form.attachments.reload": "Tải lại trang",
  "attachments.refused": "Có tệp không nhận được. Hãy chọn tệp khác thay vào hoặc bỏ tệp đó ra.",
  "attachments.unsent": "Có tệp chưa gửi xong. Hãy chờ, gửi lại, hoặc bỏ tệp đó ra.",
  "form.consent.why":
    "Việc đồng ý là tự nguyện. Ngày sinh và cách liên hệ không bao giờ công bố. Ông/bà có quyền xem, sửa, rút lại sự đồng ý hoặc yêu cầu xóa bất cứ lúc nào, tại nơi tiếp nhận; liên kết trên giấy biên nhận mở lại hồ sơ.",
  "form.consent.version": "Lời đồng ý, bản {version}.",
  "form.paper.declared.text": "Đơn giấy có lời cam đoan và chữ ký của tác giả.",
  "form.paper.consent.text":
    "Tác giả đã đồng ý bằng văn bản cho dùng thông tin cá nhân để xét, công nhận và trả lời.",

  "form.review.lead":
    "Đọc lại một lượt. Sau khi gửi, hồ sơ chỉ sửa được khi nơi tiếp nhận trả lại để bổ sung.",
  "form.share.is": "Đóng góp {share}%",
  "form.review.empty": "Chưa nhập",
  "form.review.none": "Không có",
  "form.review.declared": "Đã cam đoan",
  "form.review.consented": "Đã đồng ý",
  "form.review.notTicked": "Chưa đánh dấu",

  "form.retrySeconds":
    "Đang có nhiều người gửi cùng lúc. Hồ sơ vẫn còn trên máy này và sẽ tự gửi lại; xin đừng đóng trang.",
  "form.retrySeconds.in": "Gửi lại sau {seconds} giây",
  "form.failed": "Chưa gửi được",
  "form.failed.kept": "Mọi điều đã nhập vẫn còn trên máy này.",
  "form.failed.offline": "Máy chưa nối được tới hệ thống. Hãy kiểm tra mạng rồi gửi lại.",
  "form.failed.wait": "Đang có quá nhiều người gửi. Hãy đợi {seconds} giây rồi gửi lại.",
  "form.failed.again": "Gửi lại",
  "form.reused.open": "Mở hồ sơ đã gửi",
  "form.reused.new": "Gửi thành hồ sơ mới",

  "form.part.missing":
    "Chưa tải được phần này vì không có mạng. Những gì đã nhập vẫn còn nguyên; hãy tải lại trang khi có mạng.",
  "form.drafts.tools": "Bản nháp",
  "form.drafts.others": "Bản nháp khác",

  "form.link": "Gửi liên kết để làm tiếp sau",

  "form.sent.title": "Đã gửi hồ sơ",
} as const;

addWords(authorsVi);
addWords(formVi);

import { dayOf } from "#core/base/calendar.ts";
import { formatDay } from "#core/report/wording.ts";
import type { Grant } from "#core/staff/access.ts";
import type { Invitation } from "#core/staff/lifecycle.ts";
import { unusedDays } from "#core/staff/staff.ts";
import type { Council } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import { nameAddress } from "../store/letters.ts";
import type { Limit } from "../store/limits.ts";
import type { Store } from "../store/store.ts";
import { type ClaimedMailDeps, sendOnce } from "./claimed-mail.ts";
import { type Letter, ownLink, say } from "./letter.ts";

interface Named {
  units: ReadonlyMap<string, Pick<Unit, "name">>;
  councils: ReadonlyMap<string, Pick<Council, "name">>;
}

const roleWords: Record<Grant["role"], { vi: string; en: string }> = {
  reviewer: { vi: "Cán bộ tiếp nhận", en: "Reviewer" },
  secretary: { vi: "Thư ký hội đồng", en: "Secretary of the council" },
  member: { vi: "Thành viên hội đồng", en: "Member of the council" },
  administrator: { vi: "Quản trị", en: "Administrator" },
};

export function composeInvitation(
  { name, grants, by, at }: Invitation,
  origin: string,
  { units, councils }: Named,
): Letter {
  const list = (language: "vi" | "en") =>
    grants.map((grant) => {
      const unit = units.get(grant.unit)?.name ?? grant.unit;
      const council = "council" in grant ? councils.get(grant.council)?.name : undefined;
      return say`- ${[roleWords[grant.role][language], council, unit].filter(Boolean).join(", ")}`;
    });
  const day = formatDay(dayOf(at));
  const page = ownLink(origin, "/quan-tri");
  return {
    subject: say`Mời tham gia quản trị phong trào Đoàn kết sáng tạo`,
    vi: [
      say`Kính gửi ông/bà ${name},`,
      say`Ngày ${day}, ${by.name} đã mời ông/bà tham gia hệ thống của phong trào “Đoàn kết sáng tạo” với vai trò:\n${list("vi")}`,
      say`Ông/bà đăng nhập bằng chính địa chỉ thư điện tử mà thư này gửi đến, tại:`,
      page,
      say`Nếu trang đăng nhập hỏi mật khẩu mà ông/bà chưa đặt, hãy chọn “Forgot your password?” (Quên mật khẩu), nhập địa chỉ thư này và làm theo mã được gửi đến. Lần đầu, trang cũng mời ông/bà cài ứng dụng xác thực trên điện thoại.`,
      say`Tài khoản không được dùng trong ${unusedDays} ngày sẽ bị khóa và cần quản trị viên mở lại.`,
      say`Nếu ông/bà không biết người mời hoặc thư này gửi nhầm, ông/bà không cần làm gì: không đăng nhập thì không có gì thay đổi.`,
    ],
    en: [
      say`Dear ${name},`,
      say`On ${day} ${by.name} invited you to the system of the movement “Đoàn kết sáng tạo” as:\n${list("en")}`,
      say`Please sign in with the very mail address that this message was sent to, at:`,
      page,
      say`If the sign-in page asks for a password that you have not set yet, choose “Forgot your password?”, enter this mail address and follow the code that is sent to you. The first time, it also asks you to set up an authenticator app on your phone.`,
      say`An account that is not used for ${unusedDays} days is locked until an administrator opens it again.`,
      say`If you do not know who invited you, or this message has reached you by mistake, please do nothing: without a sign-in nothing changes.`,
    ],
  };
}

const invitationLetters: Limit = { count: 5, seconds: 3600 };

interface InvitationDeps extends ClaimedMailDeps {
  store: Store;
  origin: string;
}

/** Sends an invitation at most once. */
export async function sendInvitation(deps: InvitationDeps, invitation: Invitation): Promise<void> {
  const { store, origin } = deps;
  const { id, n, email, at } = invitation;
  const [units, councils] = await Promise.all([store.directory.units(), store.directory.councils()]);
  if (!(await store.letters.take("invitation", nameAddress(email), `${id}#${n}`, invitationLetters, at))) {
    deps.log("invitation not sent: the address has had its letters of the hour", { id, n });
    return;
  }
  const letter = composeInvitation(invitation, origin, { units, councils });
  await sendOnce(deps, { id, step: n }, { to: email, letter });
}

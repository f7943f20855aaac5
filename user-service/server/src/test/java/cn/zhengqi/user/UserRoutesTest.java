package cn.zhengqi.user;

import static java.util.Map.entry;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.Map;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest
@ActiveProfiles("test")
class UserRoutesTest extends RouteSecurityTest {

    @Override
    protected UploadForm uploadForm(String method, String pattern) {
        return pattern.endsWith("/my/admission")
                ? new UploadForm(pattern, "papers", Map.of("application", """
                        {"name":"示例商会","uscc":"51500113MJP5555555","address":"示例路 1 号","contactName":"陈志远",
                         "contactPhone":"13912345678","introduction":""}"""))
                : new UploadForm(
                        pattern.replace("{kind}", "TOWN").replace("{year}", "2026")
                                + (pattern.contains("{year}") ? "?document=1" : ""),
                        "file",
                        Map.of());
    }

    @Override
    protected Map<String, String> asksAnotherService() {
        String phone = "auth-service says whose phone it is, before an invitation is looked for";
        return Map.of(
                "GET /api/user/my/invitations", phone,
                "POST /api/user/my/invitations/{id}/acceptance", phone,
                "POST /api/user/my/invitations/{id}/refusal", phone);
    }

    @Override
    protected Map<String, String> needsNoKey() {
        String version = "carries the version that was seen: the second is refused";
        String over = "ends what is over by then: the second is refused and changes nothing";
        String set = "sets a state: the same again changes nothing";
        String link = "the newest link is the one that counts";
        String kept = "a kept answer would keep the link; the phone is taken by then";
        return Map.ofEntries(
                entry("POST /api/user/admissions/{id}/approval", version),
                entry("POST /api/user/admissions/{id}/rejection", version),
                entry("POST /api/user/calendars/{year}/import", version),
                entry("POST /api/user/calendars/{year}/withdraw", version),
                entry("POST /api/user/institutions/{id}/restore", version),
                entry("POST /api/user/institutions/{id}/retire", version),
                entry("POST /api/user/reference-data/{kind}/{code}/restore", version),
                entry("POST /api/user/reference-data/{kind}/{code}/retire", version),
                entry("POST /api/user/my/enterprise/invitations/{id}/withdrawal", over),
                entry("POST /api/user/my/enterprise/leave", over),
                entry("POST /api/user/my/enterprise/members/{accountId}/handover", over),
                entry("POST /api/user/my/invitation-link/acceptance", over),
                entry("POST /api/user/my/invitations/{id}/acceptance", over),
                entry("POST /api/user/my/invitations/{id}/refusal", over),
                entry("POST /api/user/my/invitation-link", "reads: the secret is no part of an address"),
                entry("POST /api/user/enterprise-accounts/{id}/disable", set),
                entry("POST /api/user/enterprise-accounts/{id}/enable", set),
                entry("POST /api/user/enterprise-accounts", kept),
                entry("POST /api/user/staff", kept),
                entry("POST /api/user/staff/{id}/disable", set),
                entry("POST /api/user/staff/{id}/enable", set),
                entry("POST /api/user/enterprise-accounts/{id}/second-factor-removal", set),
                entry("POST /api/user/staff/{id}/second-factor-removal", set),
                entry("POST /api/user/enterprise-accounts/{id}/password-link", link),
                entry("POST /api/user/staff/{id}/password-link", link),
                entry("POST /api/user/enterprise-accounts/{id}/reveal", "each look is on record, the repeated one too"),
                entry(
                        "POST /api/user/reference-data/{kind}/import",
                        "names what it writes by code: the same file again changes nothing"),
                entry(
                        "POST /api/user/reference-data/{kind}/import/check",
                        "says what a file would do and writes nothing"));
    }
}

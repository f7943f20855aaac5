package cn.zhengqi.user;

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
                : new UploadForm(pattern.replace("{kind}", "TOWN"), "file", Map.of());
    }

    @Override
    protected Map<String, String> asksAnotherService() {
        String phone = "auth-service says whose phone it is, before an invitation is looked for";
        return Map.of(
                "GET /api/user/my/invitations", phone,
                "POST /api/user/my/invitations/{id}/acceptance", phone,
                "POST /api/user/my/invitations/{id}/refusal", phone);
    }
}

package cn.zhengqi.user;

import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.Map;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest
@ActiveProfiles("test")
class UserRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> asksAnotherService() {
        String phone = "auth-service says whose phone it is, before an invitation is looked for";
        return Map.of(
                "GET /api/user/my/invitations", phone,
                "POST /api/user/my/invitations/{id}/acceptance", phone,
                "POST /api/user/my/invitations/{id}/refusal", phone);
    }
}

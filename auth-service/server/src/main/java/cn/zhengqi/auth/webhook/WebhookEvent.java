package cn.zhengqi.auth.webhook;

import cn.zhengqi.auth.api.OpenApiScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a system may be told of, as far as its key may see the matter at all. */
enum WebhookEvent {
    APPLICATION_SUBMITTED("application.submitted", "收到融资申请", OpenApiScope.APPLICATIONS_HANDLE),
    APPLICATION_DECIDED("application.decided", "融资申请有审批结果", OpenApiScope.APPLICATIONS_HANDLE),
    APPLICATION_SUPPLIED("application.supplied", "企业已补充材料", OpenApiScope.APPLICATIONS_HANDLE),
    APPLICATION_WITHDRAWN("application.withdrawn", "企业撤回融资申请", OpenApiScope.APPLICATIONS_HANDLE),
    CONSENT_WITHDRAWN("consent.withdrawn", "企业撤回对本单位的授权", null),
    CODE_REVOKED("code.revoked", "企业码已注销、冻结或换发，应删除留存的数据", null),
    API_KEY_EXPIRING("api_key.expiring", "密钥将在 14 天内到期", null);

    /** Sent by a button, whatever was chosen. */
    static final String TEST = "webhook.test";

    private final String code;
    private final String label;
    private final @Nullable OpenApiScope scope;

    WebhookEvent(String code, String label, @Nullable OpenApiScope scope) {
        this.code = code;
        this.label = label;
        this.scope = scope;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    boolean isFor(List<String> scopes) {
        return scope == null || scopes.contains(scope.code());
    }

    static Optional<WebhookEvent> ofCode(String code) {
        return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
    }
}

package cn.zhengqi.auth.api;

import java.util.Arrays;
import java.util.Optional;

/** What another system may be allowed to do by its key. Each scope is one permission of the routes below {@code /openapi/v1/}. */
public enum OpenApiScope {
    CODE_VERIFY("code.verify", "核验动态企业码"),
    CARD_READ("card.read", "读取企业名片（以企业授权为限）"),
    POLICIES_READ("policies.read", "读取已发布的政策"),
    LOANS_READ("loans.read", "读取在售的贷款产品");

    private final String code;
    private final String label;

    OpenApiScope(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** As it stands in the token and at the route. */
    public String permission() {
        return "openapi." + code;
    }

    public static Optional<OpenApiScope> ofCode(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}

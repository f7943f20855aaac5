package cn.zhengqi.auth.api;

import java.util.Arrays;
import java.util.Optional;

/** What another system may be allowed to do by its key. Each scope is one permission of the routes below {@code /openapi/v1/}. */
public enum OpenApiScope {
    CODE_VERIFY("code.verify", "核验动态企业码"),
    CARD_READ("card.read", "读取企业名片（以企业授权为限）"),
    POLICIES_READ("policies.read", "读取已发布的政策"),
    LOANS_READ("loans.read", "读取在售的贷款产品"),
    MATCH_READ("match.read", "读取企业匹配的政策和贷款产品（以企业授权为限）"),
    APPLICATIONS_HANDLE("applications.handle", "办理本机构的融资申请", true);

    private final String code;
    private final String label;
    private final boolean forBanks;

    OpenApiScope(String code, String label) {
        this(code, label, false);
    }

    OpenApiScope(String code, String label, boolean forBanks) {
        this.code = code;
        this.label = label;
        this.forBanks = forBanks;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether it is of use to banks only, and theirs alone. */
    public boolean isForBanks() {
        return forBanks;
    }

    /** As it stands in the token and at the route. */
    public String permission() {
        return "openapi." + code;
    }

    public static Optional<OpenApiScope> ofCode(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}

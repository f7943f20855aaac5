package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;

/**
 * The enterprise or institution that answers for a key. It has the key, not whoever applied for it.
 *
 * @param type as whom its people act
 */
public record KeyOwner(String kind, UUID id, String name, UserType type) {

    static final String ENTERPRISE = "ENTERPRISE";
    static final String INSTITUTION = "INSTITUTION";

    /** @throws ProblemException OPENAPI_NO_OWNER for who acts for nobody */
    public static KeyOwner of(CurrentUser user) {
        UUID enterprise = user.enterpriseId();
        UUID institution = user.institutionId();
        if (enterprise != null) {
            return new KeyOwner(ENTERPRISE, enterprise, String.valueOf(user.enterpriseName()), user.userType());
        }
        if (institution != null) {
            return new KeyOwner(INSTITUTION, institution, String.valueOf(user.institutionName()), user.userType());
        }
        throw new ProblemException(AuthProblem.OPENAPI_NO_OWNER);
    }
}

package cn.zhengqi.testing;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Signed-in people. Each call gives a new account. */
public final class TestUsers {

    private TestUsers() {}

    /** Somebody of an enterprise. */
    public static CurrentUser ofEnterprise(UUID enterpriseId, String... permissions) {
        return new CurrentUser(
                Ids.next(),
                "测试企业管理员",
                UserType.ENTERPRISE,
                enterpriseId,
                "测试企业有限公司",
                null,
                null,
                Set.of("ENTERPRISE_ADMIN"),
                Set.of(permissions));
    }

    /** Registered, but of no enterprise yet. */
    public static CurrentUser withoutEnterprise(String... permissions) {
        return new CurrentUser(
                Ids.next(),
                "测试新用户",
                UserType.ENTERPRISE,
                null,
                null,
                null,
                null,
                Set.of("ENTERPRISE_VISITOR"),
                Set.of(permissions));
    }

    /** Signed in and no more: people of this type have no role, or none before they are admitted. */
    public static CurrentUser withoutRole(UserType type) {
        return new CurrentUser(
                Ids.next(), "测试注册用户", type, null, null, null, null, Set.of(), Set.of(Permission.SIGNED_IN));
    }

    public static CurrentUser ofBank(UUID bankId, String... permissions) {
        return new CurrentUser(
                Ids.next(),
                "测试客户经理",
                UserType.BANK,
                null,
                null,
                bankId,
                "测试银行",
                Set.of("BANK_OFFICER"),
                Set.of(permissions));
    }

    /** Somebody of a department, which has to do with the whole district. */
    public static CurrentUser ofDepartment(UUID departmentId, String... permissions) {
        return new CurrentUser(
                        Ids.next(),
                        "测试公务员",
                        UserType.GOVERNMENT,
                        null,
                        null,
                        departmentId,
                        "测试委员会",
                        Set.of("OFFICER"),
                        Set.of(permissions))
                .reaching(everywhere(), Territory.of(departmentId, Set.of(), Set.of()));
    }

    /** Somebody of a town, whose roles say nothing of reach. */
    public static CurrentUser ofTown(UUID institutionId, String townCode, String... permissions) {
        return new CurrentUser(
                        Ids.next(),
                        "测试镇街干部",
                        UserType.GOVERNMENT,
                        null,
                        null,
                        institutionId,
                        "测试镇街",
                        Set.of("OFFICER"),
                        Set.of(permissions))
                .reaching(Map.of(), Territory.of(institutionId, Set.of(), Set.of(townCode)));
    }

    /** All of everything, but of scans, of which everybody sees their own. */
    public static Map<ScopedResource, Reach> everywhere() {
        return Arrays.stream(ScopedResource.values())
                .collect(Collectors.toMap(
                        Function.identity(), resource -> resource.unsaid().own() ? Reach.OWN : Reach.ALL));
    }

    public static CurrentUser operator(String... permissions) {
        return new CurrentUser(
                        Ids.next(),
                        "测试运营",
                        UserType.OPERATOR,
                        null,
                        null,
                        null,
                        null,
                        Set.of("OPERATOR"),
                        Set.of(permissions))
                .reaching(everywhere(), Territory.NONE);
    }
}

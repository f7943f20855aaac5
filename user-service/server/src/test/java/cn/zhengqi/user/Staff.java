package cn.zhengqi.user;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.web.CurrentUser;
import java.util.Set;

/** People who work for institutions, for tests. */
public final class Staff {

    private Staff() {}

    public static CurrentUser of(Institution institution, String... permissions) {
        UserType type = switch (institution.type()) {
            case BANK -> UserType.BANK;
            case OPERATOR -> UserType.OPERATOR;
            case CHAMBER -> UserType.CHAMBER;
            case PROVIDER -> UserType.PROVIDER;
            case DEPARTMENT, TOWN -> UserType.GOVERNMENT;
        };
        CurrentUser person = new CurrentUser(
                Ids.next(),
                "测试" + institution.name() + "管理员",
                type,
                null,
                null,
                institution.id(),
                institution.name(),
                Set.of("STAFF"),
                Set.of(permissions));
        return type == UserType.OPERATOR ? person.reaching(TestUsers.everywhere(), person.territory()) : person;
    }
}

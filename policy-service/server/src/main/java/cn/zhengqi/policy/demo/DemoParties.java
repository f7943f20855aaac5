package cn.zhengqi.policy.demo;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Departments and enterprises of the demo, each with somebody who acts for it. */
public final class DemoParties {

    private final List<DemoAccount> accounts;

    /** @param now when they are entered */
    public DemoParties(Instant now) {
        this.accounts = DemoFiles.accounts(now);
    }

    public record Department(UUID id, String name, DemoAccount officer) {}

    public record Enterprise(UUID id, String name, String townCode, DemoAccount administrator) {}

    private record Institution(UUID id, String code, String name) {}

    /** @throws IllegalStateException for a code that no department of the demo with people has */
    public Department department(String code) {
        Institution it = only(
                ReferenceFiles.institutions().stream().map(line -> Json.MAPPER.readValue(line, Institution.class)),
                institution -> institution.code().equals(code),
                code);
        return new Department(
                it.id(),
                it.name(),
                only(accounts.stream(), account -> code.equals(account.institutionCode()), "officer of " + code));
    }

    /** @param username of its administrator */
    public Enterprise enterprise(String username) {
        DemoAccount administrator =
                only(accounts.stream(), account -> account.username().equals(username), username);
        DemoEnterprise it = only(
                DemoFiles.enterprises().stream(),
                enterprise -> enterprise.uscc().equals(administrator.enterpriseUscc()),
                "enterprise of " + username);
        return new Enterprise(it.id(), it.name(), it.townCode(), administrator);
    }

    private static <T> T only(Stream<T> all, Predicate<T> wanted, String what) {
        return all.filter(wanted).findFirst().orElseThrow(() -> new IllegalStateException("the demo has no " + what));
    }
}

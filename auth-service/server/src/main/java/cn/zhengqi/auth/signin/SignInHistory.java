package cn.zhengqi.auth.signin;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.AddressBlock;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.Affiliation;
import cn.zhengqi.user.api.InternalPrincipals;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The log of sign-ins as it is written and read. For whom people act user-service knows: it is asked portion by portion, with no connection held meanwhile, and
 * the log is readable without its answer.
 */
@Component
class SignInHistory {

    private static final Logger LOG = LoggerFactory.getLogger(SignInHistory.class);
    private static final int PORTION = InternalPrincipals.MOST_ACCOUNTS;

    private final SignInLog log;
    private final InternalPrincipals principals;
    private final ProtectedColumn usernames;

    SignInHistory(SignInLog log, InternalPrincipals principals, DataProtection protection) {
        this.log = log;
        this.principals = principals;
        this.usernames = protection.column("sign_in_log", "username");
    }

    void write(SignInLogEntry entry) {
        log.insert(
                entry,
                usernames.seal(entry.username()),
                usernames.index(entry.username()),
                AddressBlock.of(entry.address()));
    }

    Page<SignInRow> list(SignInFilter.Query query, PageRequest page) {
        return Page.of(
                shown(log.list(query, index(query), null, null, page.size(), page.offset())), count(query), page);
    }

    long count(SignInFilter.Query query) {
        return log.count(query, index(query));
    }

    /** Each portion goes on where the one before ended, so that rows that come in meanwhile shift nothing. */
    void each(SignInFilter.Query query, Consumer<SignInRow> receiver) {
        OffsetDateTime at = null;
        UUID id = null;
        List<SignInRow> portion;
        do {
            portion = log.list(query, index(query), at, id, PORTION, 0);
            shown(portion).forEach(receiver);
            if (!portion.isEmpty()) {
                at = portion.getLast().at();
                id = portion.getLast().id();
            }
        } while (portion.size() == PORTION);
    }

    private byte @Nullable [] index(SignInFilter.Query query) {
        return query.username() == null ? null : usernames.index(query.username());
    }

    private List<SignInRow> shown(List<SignInRow> rows) {
        Map<UUID, String> affiliations = affiliations(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.accountId()))
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> row.shown(usernames.open(row.username()), affiliationOf(row.accountId(), affiliations)))
                .toList();
    }

    private static @Nullable String affiliationOf(@Nullable UUID account, Map<UUID, String> affiliations) {
        return account == null ? null : affiliations.get(account);
    }

    private Map<UUID, String> affiliations(List<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        try {
            return principals.affiliations(accounts).stream()
                    .collect(Collectors.toMap(Affiliation::accountId, Affiliation::name));
        } catch (ProblemException unavailable) {
            LOG.warn("The log of sign-ins is shown without affiliations: {}", unavailable.getMessage());
            return Map.of();
        }
    }
}

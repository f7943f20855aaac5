package cn.zhengqi.auth.openapi;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A key as it goes on record, in words as staff read it. */
record WrittenKey(
        String system,
        String owner,
        String environment,
        String algorithm,
        String status,
        String scopes,
        String addresses,
        int perMinute,
        int perDay,
        @Nullable Instant expiresAt,
        @Nullable Instant secretSince,
        @Nullable String reason) {

    /** Of its addresses, in a message to its owner. */
    private static final int MOST_SHOWN = 3;

    static WrittenKey of(OpenApiKey key) {
        return new WrittenKey(
                key.getSystemName(),
                key.getOwnerName(),
                key.getEnvironment().label(),
                key.algorithm(),
                key.getStatus().label(),
                String.join(" ", key.getScopes()),
                String.join(" ", key.getAddresses()),
                key.getPerMinute(),
                key.getPerDay(),
                key.getExpiresAt(),
                key.getRotatedAt() == null ? key.getDrawnAt() : key.getRotatedAt(),
                key.getRevokeReason() == null ? key.getReason() : key.getRevokeReason());
    }

    WrittenKey because(String why) {
        return new WrittenKey(
                system,
                owner,
                environment,
                algorithm,
                status,
                scopes,
                addresses,
                perMinute,
                perDay,
                expiresAt,
                secretSince,
                why);
    }

    /** Of its terms, in words for its owner. */
    String changesSince(WrittenKey before) {
        return Stream.of(
                        change("每分钟次数", before.perMinute, perMinute, String::valueOf),
                        change("每日次数", before.perDay, perDay, String::valueOf),
                        change("调用地址", before.addresses, addresses, WrittenKey::few),
                        change("接口权限", before.scopes, scopes, WrittenKey::labels),
                        change("有效期至", lastDay(before.expiresAt), lastDay(expiresAt), String::valueOf))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("；"));
    }

    private static <T> Optional<String> change(String what, T from, T to, Function<T, String> inWords) {
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(what + "由 " + inWords.apply(from) + " 改为 " + inWords.apply(to));
    }

    /** All of them stand on the owner's page. */
    private static String few(String addresses) {
        List<String> all = List.of(addresses.split(" "));
        String shown = all.stream().limit(MOST_SHOWN).collect(Collectors.joining("、"));
        return all.size() <= MOST_SHOWN ? shown : shown + " 等 " + all.size() + " 个";
    }

    private static String labels(String scopes) {
        return ScopeView.ofCodes(List.of(scopes.split(" "))).stream()
                .map(ScopeView::label)
                .collect(Collectors.joining("、"));
    }

    private static String lastDay(@Nullable Instant end) {
        return end == null ? "" : BusinessTime.lastDayOf(end).toString();
    }
}

package cn.zhengqi.data.idempotency;

import cn.zhengqi.web.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an answer was made by, besides the request: what somebody may do, which fields they see and how far they reach. A kept answer is told again only to the same
 * person who stands as then.
 */
record Standing(byte[] digest) {

    /** Systems are asked for their key's scopes on each request and have neither fields nor reach. */
    static final Standing OF_NO_PERSON = new Standing(new byte[0]);

    static Standing of(CurrentUser user) {
        String reaches = user.reaches().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(reach -> reach.getKey() + "=" + reach.getValue().word())
                .collect(Collectors.joining(";"));
        String written = String.join(
                "\n",
                String.valueOf(user.institutionId()),
                new TreeSet<>(user.permissions()).toString(),
                new TreeMap<>(user.fieldRules()).toString(),
                reaches,
                new TreeSet<>(user.territory().institutions()).toString(),
                new TreeSet<>(user.territory().towns()).toString());
        return new Standing(RepeatableRequest.sha256().digest(written.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standing that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }
}

package cn.zhengqi.matching.profile;

import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invented figures of the demo enterprises, by USCC. Read when first asked for. */
@Component
class DemoFacts {

    /**
     * @param values never null ones: what the file leaves open is absent
     * @param signedBy account of who claimed its code in the demo; absent where nobody has
     */
    private record Known(
            Map<String, Object> values, @Nullable UUID signedBy) {}

    Map<String, Object> of(String uscc) {
        Known known = Holder.ENTERPRISES.get(uscc);
        return known == null ? Map.of() : known.values();
    }

    /** Who allowed the use of the enterprise's tax data before the demo begins: of each that has a code, who claimed it. */
    Optional<UUID> allowsTaxData(String uscc) {
        return Optional.ofNullable(Holder.ENTERPRISES.get(uscc)).map(Known::signedBy);
    }

    private static final class Holder {

        private static final Map<String, Known> ENTERPRISES = load();

        private static Map<String, Known> load() {
            Map<String, Known> all = new HashMap<>();
            for (DemoEnterprise enterprise : DemoFiles.enterprises()) {
                DemoEnterprise.Code code = enterprise.code();
                all.put(enterprise.uscc(), new Known(enterprise.facts(), code == null ? null : code.applicantId()));
            }
            return all;
        }
    }
}

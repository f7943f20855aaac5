package cn.zhengqi.user.institution;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions somebody looks after: all for those who run the platform, the banks for the finance office, else the own one and all below.
 *
 * @param ids absent: not narrowed to some
 * @param type absent: of any
 */
record InstitutionScope(@Nullable List<UUID> ids, @Nullable InstitutionType type) {

    static final InstitutionScope ALL = new InstitutionScope(null, null);
    static final InstitutionScope BANKS = new InstitutionScope(null, InstitutionType.BANK);

    boolean includes(UUID id, InstitutionType its) {
        return (type == null || type == its) && (ids == null || ids.contains(id));
    }
}

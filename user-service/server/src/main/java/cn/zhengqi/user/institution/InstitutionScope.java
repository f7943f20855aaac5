package cn.zhengqi.user.institution;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which institutions somebody looks after: those that their roles reach, and of them for the finance office the banks alone.
 *
 * @param ids absent: not narrowed to some
 * @param type absent: of any
 */
record InstitutionScope(@Nullable List<UUID> ids, @Nullable InstitutionType type) {

    boolean includes(UUID id, InstitutionType its) {
        return (type == null || type == its) && (ids == null || ids.contains(id));
    }
}

package cn.zhengqi.user.institution;

import cn.zhengqi.user.api.InstitutionType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param editable by the caller */
public record InstitutionDetail(
        UUID id,
        String code,
        String name,
        InstitutionType type,
        @Nullable UUID parentId,
        @Nullable String parentName,
        String address,
        String phone,
        String website,
        boolean retired,
        List<Contact> contacts,
        List<Branch> branches,
        long people,
        @Nullable OffsetDateTime updatedAt,
        @Nullable String updatedByName,
        int version,
        boolean editable) {

    /** An institution directly below. */
    public record Branch(UUID id, String name, String address, String phone, boolean retired) {}
}

package cn.zhengqi.user.institution;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.UUID;

/** What everybody may know of an institution. */
public record PublicInstitution(
        UUID id,
        String name,
        InstitutionType type,
        String address,
        String phone,
        String website,
        List<PublicContact> contacts,
        List<PublicBranch> branches) {

    /** Somebody who is there for everybody's questions. */
    public record PublicContact(String name, String duty, String phone) {}

    public record PublicBranch(String name, String address, String phone) {}
}

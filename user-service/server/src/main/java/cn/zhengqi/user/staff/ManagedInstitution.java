package cn.zhengqi.user.staff;

import cn.zhengqi.user.api.InstitutionType;
import java.util.UUID;

/** An institution whose accounts and roles the caller may see. */
public record ManagedInstitution(UUID id, String name, InstitutionType type) {}

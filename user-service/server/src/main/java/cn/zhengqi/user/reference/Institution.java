package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InstitutionType;
import java.util.UUID;

/** A bank, department, town office or other institution. */
public record Institution(UUID id, String code, String name, InstitutionType type) {}

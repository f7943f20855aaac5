package cn.zhengqi.auth.secondfactor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A code as it was typed: of the app, or a recovery code. */
public record FactorCode(@NotBlank @Size(max = 20) String code) {}

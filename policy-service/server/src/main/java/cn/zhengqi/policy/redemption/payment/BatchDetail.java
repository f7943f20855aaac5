package cn.zhengqi.policy.redemption.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A batch with its payments. */
record BatchDetail(@JsonUnwrapped BatchView batch, List<BatchItem> items) {}

/** 政策推送 (POLICY-06): enterprises that qualify for a policy are told of it, those who want it, each once. */
@NullMarked
package cn.zhengqi.matching.push;

import org.jspecify.annotations.NullMarked;

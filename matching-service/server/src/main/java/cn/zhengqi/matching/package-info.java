/** Matching: profiles, rules, and which policies and loans fit an enterprise and why. */
@NullMarked
package cn.zhengqi.matching;

import org.jspecify.annotations.NullMarked;

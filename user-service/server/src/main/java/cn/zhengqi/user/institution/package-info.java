/** The institutions themselves: departments, towns, banks with their branches, chambers, providers; and whom to ask there. */
@NullMarked
package cn.zhengqi.user.institution;

import org.jspecify.annotations.NullMarked;

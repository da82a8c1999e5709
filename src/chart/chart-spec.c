#include "chart-spec.h"
